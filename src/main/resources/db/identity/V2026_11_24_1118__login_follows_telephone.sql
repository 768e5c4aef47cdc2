-- whoever showed another telephone before logins followed it; never a number that is somebody's login
update identity.account a set login = r.address
from identity.reached r
where r.account = a.id and r.channel = 'SMS' and r.signs_in and a.kind = 'PERSON' and a.login ~ '^1[0-9]{10}$' and a.login <> r.address
  and not exists (select from identity.account other where other.login = r.address);
