// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler among those whose address begins with the words of the one asked. Spring tries each of some hundred
 * addresses that hold a variable, which took a quarter of the time of a page. Whatever else (no handler or more
 * than one, an address without variables or encoded) is left to Spring.
 */
final class PrefixedHandlerMapping extends RequestMappingHandlerMapping {

    /** A handler with the addresses and conditions it was made for. */
    private record Candidate(RequestMappingInfo info, HandlerMethod handler) {}

    private Set<String> plain = Set.of();
    private Map<String, List<Candidate>> byPrefix = Map.of();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        plain = handlers.keySet().stream()
                .flatMap(info -> info.getDirectPaths().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<String, List<Candidate>> sorted = new HashMap<>();
        handlers.forEach((info, handler) -> info.getPatternValues().stream()
                .map(PrefixedHandlerMapping::prefix)
                .distinct()
                .forEach(prefix ->
                        sorted.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(new Candidate(info, handler))));
        byPrefix = Map.copyOf(sorted);
    }

    /** The folders that begin an address: what stands before its first variable. */
    private static String prefix(String pattern) {
        String words = pattern.replaceFirst("[{*?].*", "");
        return words.substring(0, words.lastIndexOf('/') + 1);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        if (plain.contains(path) || path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return super.lookupHandlerMethod(path, request);
        }
        Candidate only = null;
        RequestMappingInfo matching = null;
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            for (Candidate candidate : byPrefix.getOrDefault(path.substring(0, slash + 1), List.of())) {
                RequestMappingInfo match = getMatchingMapping(candidate.info, request);
                if (match != null && only != null) {
                    return super.lookupHandlerMethod(path, request);
                }
                if (match != null) {
                    only = candidate;
                    matching = match;
                }
            }
        }
        if (only == null || matching == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.handler);
        handleMatch(matching, path, request);
        return only.handler;
    }
}
