package yici.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import yici.identity.Policy;
import yici.identity.Sessions;
import yici.identity.SignedIn;
import yici.kit.Badge;

/** Says once per request who is acting; the server keeps no other state between requests. */
final class RecogniseSession extends OncePerRequestFilter {

    private static final String ME = "yici.me";

    private final Sessions sessions;
    private final Policy policy;

    RecogniseSession(Sessions sessions, Policy policy) {
        this.sessions = sessions;
        this.policy = policy;
    }

    /** Error pages know the person too, by what the first pass found out: they must not need the database again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = who(request);
        who.ifPresent(me -> {
            request.setAttribute(ME, me);
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(me, "", roles(me)));
            SecurityContextHolder.setContext(context);
        });
        try {
            who.map(policy::badge).orElse(Badge.NOBODY).wear((Badge.Work<Exception>)
                    () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<SignedIn> who(HttpServletRequest request) {
        if (request.getAttribute(ME) instanceof SignedIn known) return Optional.of(known);
        boolean error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        return error ? Optional.empty() : sessions.of(request);
    }

    private static List<GrantedAuthority> roles(SignedIn me) {
        var roles = new ArrayList<GrantedAuthority>();
        if (me.isOfficer()) roles.add(new SimpleGrantedAuthority("OFFICER"));
        if (me.isAdministrator()) roles.add(new SimpleGrantedAuthority("ADMINISTRATOR")); // of whichever kind
        return roles;
    }
}
