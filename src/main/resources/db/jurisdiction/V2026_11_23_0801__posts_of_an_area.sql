-- the administrator's list of people: who holds a post in this area
create index post_area on jurisdiction.post (area, role, body);
