// SPDX-License-Identifier: EUPL-1.2
package it.opencit.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a page of the working area again and again, with eight clients at once that signed in as a person does. Run by
 * {@code bench/quote}. Sends only to this machine.
 */
final class PageBench {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final String host;
    private final String path;

    /** Connects to this machine whatever the name: not every system resolves names below localhost. */
    private PageBench(URI asked, String path) {
        this.base = URI.create("http://localhost:" + asked.getPort());
        this.host = asked.getAuthority();
        this.path = path;
    }

    /** Arguments: base address, path, clients, requests for each, target in milliseconds for the 95th percentile. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int clients = Integer.parseInt(arguments[2]);
        int requests = Integer.parseInt(arguments[3]);
        double target = Double.parseDouble(arguments[4]);
        PageBench bench = new PageBench(URI.create(arguments[0]), arguments[1]);
        List<HttpClient> signedIn = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            signedIn.add(bench.signIn());
        }
        bench.run(signedIn, Math.max(100, 2 * requests)); // until the hot code is compiled
        long start = System.nanoTime();
        double[] times = bench.run(signedIn, requests);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        double p95 = times[(int) Math.ceil(times.length * 0.95) - 1];
        System.out.printf(
                "%s: %d clients, %d requests; p50 %.1f ms, p95 %.1f ms, max %.1f ms, %.0f requests a second%n",
                bench.path,
                clients,
                times.length,
                times[times.length / 2],
                p95,
                times[times.length - 1],
                times.length / seconds);
        System.out.printf("target: p95 under %.0f ms: %s%n", target, p95 < target ? "met" : "MISSED");
        System.exit(p95 < target ? 0 : 1);
    }

    /** The times of all requests, in milliseconds. */
    private double[] run(List<HttpClient> clients, int requests) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<double[]>> all = new ArrayList<>();
            for (HttpClient client : clients) {
                all.add(threads.submit(() -> {
                    double[] times = new double[requests];
                    for (int i = 0; i < requests; i++) {
                        long start = System.nanoTime();
                        HttpResponse<String> answer = get(client, path);
                        times[i] = (System.nanoTime() - start) / 1e6;
                        if (answer.statusCode() != 200) {
                            throw new IllegalStateException(path + " answered " + answer.statusCode());
                        }
                    }
                    return times;
                }));
            }
            double[] times = new double[clients.size() * requests];
            int at = 0;
            for (Future<double[]> one : all) {
                double[] part = one.get();
                System.arraycopy(part, 0, times, at, part.length);
                at += part.length;
            }
            return times;
        }
    }

    private HttpClient signIn() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        Matcher token = TOKEN.matcher(get(client, "/accesso").body());
        if (!token.find()) {
            throw new IllegalStateException("No token in the sign-in page");
        }
        String form =
                "nome=coordinatore&parola=demo&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(base.resolve("/accesso"))
                        .header("Host", host)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        String location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || location.contains("accesso")) {
            throw new IllegalStateException("Sign-in refused: " + answer.statusCode() + " " + location);
        }
        return client;
    }

    private HttpResponse<String> get(HttpClient client, String where) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(base.resolve(where)).header("Host", host).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
