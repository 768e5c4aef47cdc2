alter table jurisdiction.post
    drop constraint post_role,
    add constraint post_role check (role in
        ('OFFICER', 'ADMINISTRATOR', 'EDITOR', 'REVIEWER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'));
