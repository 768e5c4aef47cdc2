package yici.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import yici.identity.Sessions;
import yici.identity.SignedIn;

/** Says once per request who is acting; the server keeps no other state between requests. */
final class RecogniseSession extends OncePerRequestFilter {

    private final Sessions sessions;

    RecogniseSession(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.of(request).ifPresent(me -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(me, "", roles(me)));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private static List<GrantedAuthority> roles(SignedIn me) {
        var roles = new ArrayList<GrantedAuthority>();
        if (me.isOfficer()) roles.add(new SimpleGrantedAuthority("OFFICER"));
        if (me.isAdministrator()) roles.add(new SimpleGrantedAuthority("ADMINISTRATOR"));
        return roles;
    }
}
