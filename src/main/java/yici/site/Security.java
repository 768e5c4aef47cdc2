package yici.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import yici.identity.Policy;
import yici.identity.Sessions;

/** The outer gate: what a visitor may see is listed here, everything else asks who is there. Use cases check again, by the thing. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private static final String[] FOR_EVERYBODY = {
        "/",
        "/about",
        "/accessibility",
        "/privacy",
        "/areas/**",
        "/overruns",
        "/durations",
        "/reform",
        "/reform.csv",
        "/reform/*",
        "/delegations",
        "/delegations.csv",
        "/delegations/**",
        "/systems",
        "/notices",
        "/notices/**",
        "/columns",
        "/columns/**",
        "/works.atom",
        "/timegate/**",
        "/timemap/**",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-columns.xml",
        "/sitemap-works-*",
        "/works/**",
        "/media/**",
        "/preview/**",
        "/disclosure",
        "/disclosure/*",
        "/tell",
        "/tell/*",
        "/zh/**",
        "/en/**",
        "/fr/**",
        "/ko/**",
        "/ja/**",
        "/services/**",
        "/bodies/**",
        "/api/v1/**",
        "/search",
        "/dev/messages", // refuses whoever is not at the machine itself
        "/assets/**",
        "/favicon.ico",
        "/error"
    };

    /** Systems send people here with a question, also by a form of theirs; what then changes something is a form of ours. */
    private static final String[] SENT_BY_PARTIES = {"/oauth2/authorize", "/connect/logout"};

    @Bean
    SecurityFilterChain gate(HttpSecurity http, Sessions sessions, Policy policy, Threshold threshold) {
        return http.authorizeHttpRequests(
                        gate -> gate.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, FOR_EVERYBODY)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, FOR_EVERYBODY)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/events", "/events/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, "/events", "/events/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/notices/*/object", "/tell")
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in",
                                        "/sign-in/**",
                                        "/sign-up",
                                        "/sign-up/**",
                                        "/sign-out",
                                        "/step-up",
                                        "/step-up/**",
                                        "/recover",
                                        "/recover/**")
                                .permitAll()
                                .requestMatchers(SENT_BY_PARTIES)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/oauth2/resume", "/connect/signed-out")
                                .permitAll()
                                .requestMatchers("/desk", "/desk/**")
                                .hasAuthority("OFFICER")
                                .requestMatchers("/admin", "/admin/**")
                                .hasAuthority("ADMINISTRATOR")
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new RecogniseSession(sessions, policy), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokenCookie())
                        .csrfTokenRequestHandler(new FormToken())
                        // recognised anew with each request: that must not change the token of forms that are open
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(SENT_BY_PARTIES))
                .headers(Security::headers)
                .exceptionHandling(
                        trouble -> trouble.authenticationEntryPoint(threshold).accessDeniedHandler(threshold))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults())
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(Security::caching);
    }

    /** A signed-in page stays nowhere; a visitor's page may be kept by the browser alone, and asked for again. */
    private static void caching(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(HttpHeaders.CACHE_CONTROL)) return;
        response.setHeader(HttpHeaders.CACHE_CONTROL, Views.signedIn().isPresent() ? "no-store" : "private, no-cache");
    }

    private static CookieCsrfTokenRepository tokenCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("csrf");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(c -> c.sameSite("Lax"));
        return cookie;
    }

    /**
     * The token goes into pages masked anew each time, so that compressed pages do not give it away byte by byte (BREACH); it is taken
     * back masked or plain.
     */
    private static final class FormToken extends CsrfTokenRequestAttributeHandler {
        private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
            masked.handle(request, response, token);
        }

        @Override
        public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            var sent = super.resolveCsrfTokenValue(request, token);
            return sent == null || sent.length() == token.getToken().length()
                    ? sent
                    : masked.resolveCsrfTokenValue(request, token);
        }
    }
}
