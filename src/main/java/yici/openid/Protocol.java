package yici.openid;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2DeviceAuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The endpoints that programs call. They are the framework's, with its messages; what is decided behind them is this room's. The chain is
 * put together by hand: nothing of it concerns a page.
 */
@Configuration(proxyBeanMethods = false)
class Protocol {

    private static final List<String> CALLED_BY_PARTIES = List.of(
            "/oauth2/token", "/oauth2/par", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device_authorization");

    private static final List<String> CALLED_BY_ANYBODY = List.of(
            "/oauth2/jwks",
            "/userinfo",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server");

    @Bean
    @Order(1)
    SecurityFilterChain openIdProtocol(
            Issuer issuer,
            AuthenticateCaller caller,
            RedeemCode code,
            Refresh refresh,
            ServiceToken service,
            DeviceGrant device,
            OwnTokens own,
            Sightings sightings) {
        var decide = new ProviderManager(
                code, refresh, service, device.redeem(), device.start(), own.introspect(), own.revoke());
        AuthenticationFailureHandler refuse = (request, response, problem) -> {
            var refused = (OAuth2AuthenticationException) problem;
            sightings.refused(request, refused);
            Answers.refuse(refused, request, response);
        };
        return new DefaultSecurityFilterChain(
                matching(CALLED_BY_PARTIES, CALLED_BY_ANYBODY),
                new NameIssuer(issuer),
                new HeaderWriterFilter(List.of(new XContentTypeOptionsHeaderWriter())),
                clientAuthentication(new ProviderManager(caller), refuse),
                token(decide, refuse),
                introspection(decide, refuse),
                revocation(decide, refuse),
                deviceAuthorization(decide, issuer, refuse));
    }

    /** What a device may do here. */
    record DeviceGrant(StartDevice start, RedeemDevice redeem) {}

    /** What a party may do with tokens it has. */
    record OwnTokens(Introspect introspect, Revoke revoke) {}

    @Bean
    DeviceGrant deviceGrant(StartDevice start, RedeemDevice redeem) {
        return new DeviceGrant(start, redeem);
    }

    @Bean
    OwnTokens ownTokens(Introspect introspect, Revoke revoke) {
        return new OwnTokens(introspect, revoke);
    }

    private static Filter clientAuthentication(ProviderManager authenticate, AuthenticationFailureHandler refuse) {
        var filter = new OAuth2ClientAuthenticationFilter(authenticate, posted(CALLED_BY_PARTIES));
        filter.setAuthenticationConverter(new ReadCaller());
        filter.setAuthenticationFailureHandler(refuse);
        return filter;
    }

    private static Filter token(ProviderManager decide, AuthenticationFailureHandler refuse) {
        var filter = new OAuth2TokenEndpointFilter(decide);
        filter.setAuthenticationFailureHandler(refuse);
        return filter;
    }

    private static Filter introspection(ProviderManager decide, AuthenticationFailureHandler refuse) {
        var filter = new OAuth2TokenIntrospectionEndpointFilter(decide);
        filter.setAuthenticationFailureHandler(refuse);
        return filter;
    }

    private static Filter revocation(ProviderManager decide, AuthenticationFailureHandler refuse) {
        var filter = new OAuth2TokenRevocationEndpointFilter(decide);
        filter.setAuthenticationFailureHandler(refuse);
        return filter;
    }

    private static Filter deviceAuthorization(
            ProviderManager decide, Issuer issuer, AuthenticationFailureHandler refuse) {
        var filter = new OAuth2DeviceAuthorizationEndpointFilter(decide);
        filter.setAuthenticationSuccessHandler(
                (request, response, answer) -> Answers.device(answer, issuer.of(request), response));
        filter.setAuthenticationFailureHandler(refuse);
        return filter;
    }

    private static RequestMatcher posted(List<String> paths) {
        return request -> request.getMethod().equals("POST") && paths.contains(request.getRequestURI());
    }

    /** By the plain address: every page of the product passes here. */
    private static RequestMatcher matching(List<String> one, List<String> other) {
        var paths = new HashSet<>(one);
        paths.addAll(other);
        return request -> paths.contains(request.getRequestURI());
    }

    /** Under which name everything in this request is signed. */
    private static final class NameIssuer extends OncePerRequestFilter {
        private final AuthorizationServerSettings settings =
                AuthorizationServerSettings.builder().build();
        private final Issuer issuer;

        NameIssuer(Issuer issuer) {
            this.issuer = issuer;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var name = issuer.find(request);
            if (name.isEmpty()) {
                Answers.refuse(
                        Refusal.of("temporarily_unavailable", "the provider has no name yet: YICI_PUBLIC_URL"),
                        request,
                        response);
                return;
            }
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    "no-store"); // keys and the description say themselves how long they keep
            AuthorizationServerContextHolder.setContext(new Named(name.get(), settings));
            try {
                chain.doFilter(request, response);
            } finally {
                AuthorizationServerContextHolder.resetContext();
            }
        }
    }

    private record Named(String issuer, AuthorizationServerSettings settings) implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return issuer;
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }
}
