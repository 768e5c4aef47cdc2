package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import yici.identity.Lapsed;
import yici.identity.SignedIn;
import yici.kit.View;

/** What a controller of any room may ask for as a parameter: {@code View}, {@code SignedIn}, {@code Optional<SignedIn>}. */
@Configuration(proxyBeanMethods = false)
class Frame implements WebMvcConfigurer {

    private final Views views;

    Frame(Views views) {
        this.views = views;
    }

    /** Else the framework would announce the browser's language as that of the page. */
    @Bean
    LocaleResolver localeResolver() {
        return new ChosenLanguage();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addFirst(new WhichView());
        resolvers.addFirst(new WhoIsSignedIn());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RefuseUnknownArea());
        registry.addInterceptor(new RefuseLapsed());
    }

    private static final class ChosenLanguage extends AbstractLocaleResolver {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Choices.language(request).locale();
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("the visitor chooses, by ?lang=");
        }
    }

    private final class WhichView implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == View.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return views.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    private static final class WhoIsSignedIn implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == SignedIn.class || isOptional(parameter);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var me = Views.signedIn();
            return isOptional(parameter) ? me : me.orElseThrow(SignInNeeded::new);
        }

        private static boolean isOptional(MethodParameter parameter) {
            return parameter.getGenericParameterType() instanceof ParameterizedType type
                    && type.getRawType() == java.util.Optional.class
                    && type.getActualTypeArguments()[0] == SignedIn.class;
        }
    }

    /** What was begun for another does not go on as one's own: the person takes note first. */
    private static final class RefuseLapsed implements HandlerInterceptor {
        private static final Set<String> STILL_OPEN = Set.of("/acting", "/sign-out", "/sign-in", "/error");

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var lapsed = Lapsed.in(request);
            if (lapsed.isPresent() && !STILL_OPEN.contains(request.getRequestURI()))
                throw new ActingLapsed(lapsed.get());
            return true;
        }
    }

    /** An address that names an area nobody knows must not quietly show another one. */
    private static final class RefuseUnknownArea implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getMethod().equals("GET") && request.getAttribute(Choices.UNKNOWN_AREA) instanceof String code)
                throw new UnknownArea(code);
            return true;
        }
    }
}
