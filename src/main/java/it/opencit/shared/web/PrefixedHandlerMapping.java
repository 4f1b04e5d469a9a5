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
 * Finds the handler among those whose address begins with the words of the one asked and has as many. Spring tries each of some
 * hundred addresses that hold a variable, which took a quarter of the time of a page. Whatever else (no handler or more
 * than one, an address without variables or encoded) is left to Spring.
 */
final class PrefixedHandlerMapping extends RequestMappingHandlerMapping {

    /** A handler with the addresses and conditions it was made for. */
    private record Candidate(RequestMappingInfo info, HandlerMethod handler) {}

    /**
     * Where a handler is found.
     *
     * @param prefix the folders that begin its address: what stands before the first variable
     * @param slashes how many there are in its address; {@link #ANY} where a variable holds some
     */
    private record Place(String prefix, int slashes) {

        private static final int ANY = -1;

        static Place of(String pattern) {
            String words = pattern.replaceFirst("[{*?].*", "");
            boolean any = pattern.contains("**") || pattern.contains("{*");
            return new Place(words.substring(0, words.lastIndexOf('/') + 1), any ? ANY : slashesOf(pattern));
        }
    }

    private Set<String> plain = Set.of();
    private Map<Place, List<Candidate>> places = Map.of();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        plain = handlers.keySet().stream()
                .flatMap(info -> info.getDirectPaths().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<Place, List<Candidate>> sorted = new HashMap<>();
        handlers.forEach((info, handler) -> info.getPatternValues().stream()
                .map(Place::of)
                .distinct()
                .forEach(place ->
                        sorted.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Candidate(info, handler))));
        places = Map.copyOf(sorted);
    }

    private static int slashesOf(String address) {
        return (int) address.chars().filter(c -> c == '/').count();
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        if (plain.contains(path) || path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return super.lookupHandlerMethod(path, request);
        }
        Candidate only = null;
        RequestMappingInfo matching = null;
        for (Candidate candidate : near(path)) {
            RequestMappingInfo match = getMatchingMapping(candidate.info, request);
            if (match != null && only != null) {
                return super.lookupHandlerMethod(path, request);
            }
            if (match != null) {
                only = candidate;
                matching = match;
            }
        }
        if (only == null || matching == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.handler);
        handleMatch(matching, path, request);
        return only.handler;
    }

    /** The handlers whose address may be one. */
    private List<Candidate> near(String path) {
        List<Candidate> near = new ArrayList<>();
        int slashes = slashesOf(path);
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            String prefix = path.substring(0, slash + 1);
            near.addAll(places.getOrDefault(new Place(prefix, slashes), List.of()));
            near.addAll(places.getOrDefault(new Place(prefix, Place.ANY), List.of()));
        }
        return near;
    }
}
