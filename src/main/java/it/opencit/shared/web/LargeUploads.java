// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Lets a file that is too large reach the form it was sent with, which then says so beside it and keeps what was typed: had
 * the server stopped reading, the browser would tell of a broken connection. The file lies on disk meanwhile; nobody gets it
 * into memory whole.
 */
final class LargeUploads extends StandardServletMultipartResolver {

    /** In bytes: what a file may be for who reads it whole. */
    static final long MOST_IN_MEMORY = 20 * 1024 * 1024;

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        return new StandardMultipartHttpServletRequest(request, false) {
            @Override
            protected MultiValueMap<String, MultipartFile> getMultipartFiles() {
                MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
                super.getMultipartFiles()
                        .forEach((name, those) -> files.put(
                                name,
                                those.stream().<MultipartFile>map(OnDisk::new).toList()));
                return files;
            }
        };
    }

    private record OnDisk(MultipartFile file) implements MultipartFile {

        @Override
        public byte[] getBytes() throws IOException {
            if (getSize() > MOST_IN_MEMORY) {
                throw new MaxUploadSizeExceededException(MOST_IN_MEMORY);
            }
            return file.getBytes();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return file.getInputStream();
        }

        @Override
        public String getName() {
            return file.getName();
        }

        @Override
        public @Nullable String getOriginalFilename() {
            return file.getOriginalFilename();
        }

        @Override
        public @Nullable String getContentType() {
            return file.getContentType();
        }

        @Override
        public boolean isEmpty() {
            return file.isEmpty();
        }

        @Override
        public long getSize() {
            return file.getSize();
        }

        @Override
        public void transferTo(File target) throws IOException {
            file.transferTo(target);
        }

        @Override
        public void transferTo(Path target) throws IOException {
            file.transferTo(target);
        }
    }
}
