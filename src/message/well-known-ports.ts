/**
 * Well-known ports (IANA's registry of service names and port numbers, RFC 6335): the number, the transport, the name and
 * what answers there. The one table for zone text (WKS, RFC 1035 3.4.2), explanations and services.
 */

/** The transport protocols that these services use. */
export type PortProtocol = 'tcp' | 'udp';

/** One number with what is known of it; a service that has two numbers is two rows. */
export interface WellKnownPort {
  readonly port: number;
  readonly protocols: readonly PortProtocol[];
  /** As IANA registers it, in lower case. */
  readonly name: string;
  /** Other names in common use. */
  readonly aliases: readonly string[];
  /** One plain sentence. */
  readonly meaning: string;
  /** Empty where no RFC describes the protocol. */
  readonly rfc: string;
}

const TCP: readonly PortProtocol[] = ['tcp'];
const UDP: readonly PortProtocol[] = ['udp'];
const BOTH: readonly PortProtocol[] = ['tcp', 'udp'];

/** In the order of their numbers. */
export const WELL_KNOWN_PORTS: readonly WellKnownPort[] = [
  port(1, TCP, 'tcpmux', 'RFC 1078', 'Many services behind one port, chosen by name.'),
  port(7, BOTH, 'echo', 'RFC 862', 'Sends back whatever it is sent.'),
  port(9, BOTH, 'discard', 'RFC 863', 'Throws away whatever it is sent.', 'sink null'),
  port(11, BOTH, 'systat', 'RFC 866', 'Lists the users who are logged in.', 'users'),
  port(13, BOTH, 'daytime', 'RFC 867', 'Says the date and the time as a line of text.'),
  port(17, BOTH, 'qotd', 'RFC 865', 'Says a quotation of the day.', 'quote'),
  port(19, BOTH, 'chargen', 'RFC 864', 'Sends characters without end, to test a link.', 'ttytst source'),
  port(20, TCP, 'ftp-data', 'RFC 959', 'The data connection of FTP, where the server opens it.'),
  port(21, TCP, 'ftp', 'RFC 959', 'File transfer: the connection that carries the commands.'),
  port(22, TCP, 'ssh', 'RFC 4253', 'Secure shell: log-in, commands and files, encrypted.', 'sftp scp'),
  port(23, TCP, 'telnet', 'RFC 854', 'A terminal on another computer, in clear text.'),
  port(25, TCP, 'smtp', 'RFC 5321', 'Mail from one server to the next; found through MX records.', 'mail'),
  port(37, BOTH, 'time', 'RFC 868', 'Says the seconds since 1900 as a 32-bit number.', 'timserver'),
  port(42, BOTH, 'nameserver', '', 'Host Name Server, before DNS; WINS replication today.', 'name wins'),
  port(43, TCP, 'whois', 'RFC 3912', 'Who holds a name or an address block.', 'nicname'),
  port(49, BOTH, 'tacacs', 'RFC 8907', 'Who may log in to network equipment (TACACS+).'),
  port(53, BOTH, 'domain', 'RFC 1035 4.2', 'DNS: questions and answers over UDP, and over TCP.', 'dns'),
  port(67, UDP, 'bootps', 'RFC 2131', 'DHCP and BOOTP, at the server.', 'dhcp dhcps'),
  port(68, UDP, 'bootpc', 'RFC 2131', 'DHCP and BOOTP, at the client.', 'dhcpc'),
  port(69, UDP, 'tftp', 'RFC 1350', 'Trivial file transfer: one block at a time, no log-in.'),
  port(70, TCP, 'gopher', 'RFC 1436', 'Menus and documents; older than the Web.'),
  port(79, TCP, 'finger', 'RFC 1288', 'Says who a user is.'),
  port(80, TCP, 'http', 'RFC 9110 4.2.1', 'The Web, in clear text.', 'www www-http'),
  port(88, BOTH, 'kerberos', 'RFC 4120', 'Tickets that prove who someone is.', 'kerberos5 krb5 kerberos-sec'),
  port(101, TCP, 'hostname', 'RFC 953', 'The table of host names, before there was DNS.', 'hostnames'),
  port(102, TCP, 'iso-tsap', 'RFC 1006', 'OSI transport over TCP.', 'tsap'),
  port(109, TCP, 'pop2', 'RFC 937', 'Post Office Protocol, version 2: fetching mail.', 'pop-2'),
  port(110, TCP, 'pop3', 'RFC 1939', 'Post Office Protocol, version 3: fetching mail.', 'pop pop-3'),
  port(111, BOTH, 'sunrpc', 'RFC 1833', 'Says at which port an RPC program answers.', 'portmapper rpcbind'),
  port(113, TCP, 'auth', 'RFC 1413', 'Says which user owns a TCP connection.', 'ident authentication tap'),
  port(115, TCP, 'sftp-simple', 'RFC 913', 'Simple file transfer; not the SFTP of secure shell.'),
  port(
    119,
    TCP,
    'nntp',
    'RFC 3977',
    'Network News: reading and passing on articles.',
    'usenet readnews untp',
  ),
  port(123, UDP, 'ntp', 'RFC 5905', 'Network Time Protocol: sets clocks.'),
  port(135, TCP, 'epmap', '', 'Says at which port a DCE or Microsoft RPC service answers.', 'loc-srv msrpc'),
  port(137, BOTH, 'netbios-ns', 'RFC 1002', 'NetBIOS names; Windows asked here before it asked DNS.'),
  port(138, BOTH, 'netbios-dgm', 'RFC 1002', 'NetBIOS datagrams.'),
  port(139, BOTH, 'netbios-ssn', 'RFC 1002', 'NetBIOS sessions: files and printers of old Windows.'),
  port(143, TCP, 'imap', 'RFC 9051', 'Mail that stays on the server.', 'imap2 imap4'),
  port(161, BOTH, 'snmp', 'RFC 3417', 'Watching and managing network equipment.'),
  port(162, BOTH, 'snmptrap', 'RFC 3417', 'What the equipment reports by itself.', 'snmp-trap'),
  port(179, TCP, 'bgp', 'RFC 4271', 'Routers of different networks tell which addresses they reach.'),
  port(194, TCP, 'irc', 'RFC 1459', 'Chat; in practice at 6667.'),
  port(210, TCP, 'z3950', 'RFC 1729', 'Searching library catalogues.', 'z39.50 wais'),
  port(319, UDP, 'ptp-event', '', 'Precision Time Protocol (IEEE 1588): what is timed.'),
  port(320, UDP, 'ptp-general', '', 'Precision Time Protocol (IEEE 1588): the rest.'),
  port(323, TCP, 'rpki-rtr', 'RFC 8210', 'Tells routers who may announce which addresses.'),
  port(324, TCP, 'rpki-rtr-tls', 'RFC 8210', 'The same over TLS.'),
  port(389, BOTH, 'ldap', 'RFC 4511', 'Directories: people, groups, machines.'),
  port(427, BOTH, 'svrloc', 'RFC 2608', 'Service Location Protocol.', 'slp'),
  port(443, BOTH, 'https', 'RFC 9110 4.2.2', 'The Web over TLS or QUIC; DNS over HTTPS.', 'doh http3 h3'),
  port(444, TCP, 'snpp', 'RFC 1861', 'Simple Network Paging Protocol.'),
  port(445, TCP, 'microsoft-ds', '', 'Files and printers of Windows (SMB).', 'smb cifs'),
  port(464, BOTH, 'kpasswd', 'RFC 3244', 'Changing a Kerberos password.'),
  port(465, TCP, 'submissions', 'RFC 8314 7.3', 'Handing in mail over TLS from the first octet.', 'smtps'),
  port(500, UDP, 'isakmp', 'RFC 7296', 'Agrees on the keys of IPsec.', 'ike'),
  port(512, TCP, 'exec', '', 'Runs a command on another computer (rexec).', 'rexec'),
  port(513, TCP, 'login', 'RFC 1282', 'Log-in without encryption (rlogin).', 'rlogin'),
  port(514, TCP, 'shell', '', 'Runs a command without encryption (rsh).', 'cmd rsh'),
  port(514, UDP, 'syslog', 'RFC 5426', 'Log lines from one computer to another.'),
  port(515, TCP, 'printer', 'RFC 1179', 'Line printer daemon.', 'spooler lpd lpr'),
  port(517, UDP, 'talk', '', 'Two users type to each other.'),
  port(518, UDP, 'ntalk', '', 'The same, newer.'),
  port(520, UDP, 'router', 'RFC 2453', 'RIP: routers tell their distances.', 'rip route routed'),
  port(521, UDP, 'ripng', 'RFC 2080', 'RIP for IPv6.'),
  port(525, UDP, 'timed', '', 'Sets the clocks of a local network.', 'timeserver'),
  port(530, TCP, 'courier', '', 'Xerox remote procedure calls.', 'rpc'),
  port(531, TCP, 'conference', '', 'Chat of old.', 'chat'),
  port(532, TCP, 'netnews', '', 'Reading news, before NNTP.'),
  port(533, UDP, 'netwall', '', 'Emergency broadcasts to all users.'),
  port(540, TCP, 'uucp', '', 'Unix-to-Unix copy: mail, news and files.', 'uucpd'),
  port(546, UDP, 'dhcpv6-client', 'RFC 8415 7.2', 'DHCP for IPv6, at the client.'),
  port(547, UDP, 'dhcpv6-server', 'RFC 8415 7.2', 'DHCP for IPv6, at the server.', 'dhcpv6'),
  port(548, TCP, 'afpovertcp', '', 'Files of Apple computers.', 'afp'),
  port(554, BOTH, 'rtsp', 'RFC 7826', 'Controls audio and video streams.'),
  port(563, TCP, 'nntps', 'RFC 4642', 'Network News over TLS from the first octet.', 'snntp'),
  port(587, TCP, 'submission', 'RFC 6409', 'Handing in mail, as a mail program does.'),
  port(631, TCP, 'ipp', 'RFC 8010', 'Internet Printing Protocol.', 'cups'),
  port(636, TCP, 'ldaps', '', 'Directories over TLS from the first octet.'),
  port(646, BOTH, 'ldp', 'RFC 5036', 'Labels of MPLS.'),
  port(674, TCP, 'acap', 'RFC 2244', 'Application settings kept on a server.'),
  port(830, TCP, 'netconf-ssh', 'RFC 6242', 'Configures network equipment.', 'netconf'),
  port(853, TCP, 'domain-s', 'RFC 7858 3.1', 'DNS over TLS.', 'dot dns-over-tls'),
  port(853, UDP, 'domain-s', 'RFC 9250 4.1.1', 'DNS over QUIC.', 'doq dns-over-quic'),
  port(861, BOTH, 'owamp-control', 'RFC 4656', 'Measures one-way delay.'),
  port(873, TCP, 'rsync', 'RFC 5781', 'Copies only what has changed.'),
  port(989, TCP, 'ftps-data', '', 'The data connection of FTP over TLS.'),
  port(990, TCP, 'ftps', '', 'FTP over TLS from the first octet.'),
  port(992, TCP, 'telnets', '', 'Telnet over TLS.'),
  port(993, TCP, 'imaps', 'RFC 8314 3.2', 'IMAP over TLS from the first octet.'),
  port(995, TCP, 'pop3s', 'RFC 8314 3.1', 'POP3 over TLS from the first octet.', 'pops'),
  port(1080, TCP, 'socks', 'RFC 1928', 'Opens connections for others.'),
  port(1194, BOTH, 'openvpn', '', 'A private network over a public one.'),
  port(1433, TCP, 'ms-sql-s', '', 'Microsoft SQL Server.', 'mssql'),
  port(1434, UDP, 'ms-sql-m', '', 'Says at which port a Microsoft SQL Server answers.'),
  port(1521, TCP, 'ncube-lm', '', 'Oracle databases in practice; registered for something else.', 'oracle'),
  port(1701, UDP, 'l2tp', 'RFC 2661', 'Tunnels for link-layer frames.', 'l2f'),
  port(1723, TCP, 'pptp', 'RFC 2637', 'Point-to-point tunnels.'),
  port(1812, BOTH, 'radius', 'RFC 2865', 'Who may use the network.'),
  port(1813, BOTH, 'radius-acct', 'RFC 2866', 'Who used the network for how long.', 'radacct'),
  port(1883, TCP, 'mqtt', '', 'Messages of sensors and small devices.'),
  port(1900, UDP, 'ssdp', '', 'Finds devices on the local network (UPnP).', 'upnp'),
  port(2049, BOTH, 'nfs', 'RFC 8881', 'Files on another computer.'),
  port(2083, BOTH, 'radsec', 'RFC 6614', 'RADIUS over TLS.'),
  port(2628, TCP, 'dict', 'RFC 2229', 'Dictionaries.'),
  port(3130, UDP, 'icpv2', 'RFC 2186', 'Web caches ask each other.', 'icp'),
  port(3205, BOTH, 'isns', 'RFC 4171', 'Finds storage on the network.'),
  port(3260, TCP, 'iscsi-target', 'RFC 7143', 'Disks over the network.', 'iscsi'),
  port(3268, TCP, 'msft-gc', '', 'The global catalogue of Active Directory.'),
  port(3269, TCP, 'msft-gc-ssl', '', 'The same over TLS.'),
  port(3306, TCP, 'mysql', '', 'MySQL and MariaDB databases.', 'mariadb'),
  port(3389, BOTH, 'ms-wbt-server', '', 'A Windows desktop on another computer.', 'rdp'),
  port(3478, BOTH, 'stun', 'RFC 8489', 'Says which address others see; relays too (TURN).', 'turn'),
  port(3544, UDP, 'teredo', 'RFC 4380', 'IPv6 inside UDP.'),
  port(3690, TCP, 'svn', '', 'Subversion version control.', 'subversion'),
  port(3784, UDP, 'bfd-control', 'RFC 5881', 'Notices at once that a link is dead.'),
  port(3868, TCP, 'diameter', 'RFC 6733', 'Who may use the network, after RADIUS.'),
  port(4190, TCP, 'sieve', 'RFC 5804', 'Manages mail filters.', 'managesieve'),
  port(4321, TCP, 'rwhois', 'RFC 2167', 'Whois with referrals.'),
  port(4341, UDP, 'lisp-data', 'RFC 9300', 'Packets between LISP sites.'),
  port(4342, UDP, 'lisp-control', 'RFC 9301', 'Where a LISP site is.'),
  port(4460, TCP, 'ntske', 'RFC 8915', 'Agrees on the keys of secure time.', 'nts-ke nts'),
  port(4500, UDP, 'ipsec-nat-t', 'RFC 3948', 'IPsec through address translation.'),
  port(4569, UDP, 'iax', 'RFC 5456', 'Telephony between Asterisk servers.'),
  port(4739, BOTH, 'ipfix', 'RFC 7011', 'Records of traffic flows.'),
  port(4789, UDP, 'vxlan', 'RFC 7348', 'Ethernet inside UDP.'),
  port(5060, BOTH, 'sip', 'RFC 3261', 'Sets up telephone calls.'),
  port(5061, TCP, 'sips', 'RFC 3261', 'The same over TLS.', 'sip-tls'),
  port(5222, TCP, 'xmpp-client', 'RFC 6120', 'Messages and presence: clients.', 'xmpp jabber jabber-client'),
  port(5223, TCP, 'hpvirtgrp', '', 'XMPP over TLS from the first octet, in practice.', 'xmpps-client'),
  port(5269, TCP, 'xmpp-server', 'RFC 6120', 'Messages and presence: between servers.', 'jabber-server'),
  port(5349, BOTH, 'stuns', 'RFC 8489', 'STUN and TURN over TLS or DTLS.', 'turns'),
  port(5351, UDP, 'nat-pmp', 'RFC 6887', 'Asks the router to let a port through (also PCP).', 'pcp'),
  port(5353, UDP, 'mdns', 'RFC 6762', 'Multicast DNS: names of the local network, without a server.'),
  port(5355, BOTH, 'llmnr', 'RFC 4795', 'Names of the local network, as old Windows asks for them.'),
  port(5432, TCP, 'postgresql', '', 'PostgreSQL databases.', 'postgres'),
  port(5671, TCP, 'amqps', '', 'Message queues over TLS.'),
  port(5672, TCP, 'amqp', '', 'Message queues.', 'rabbitmq'),
  port(5683, BOTH, 'coap', 'RFC 7252', 'The Web for very small devices.'),
  port(5684, BOTH, 'coaps', 'RFC 7252', 'The same over DTLS or TLS.'),
  port(5900, TCP, 'rfb', 'RFC 6143', 'A screen of another computer (VNC).', 'vnc'),
  port(6000, TCP, 'x11', '', 'Windows of the X Window System.', 'x11-0'),
  port(6379, TCP, 'redis', '', 'Redis databases.'),
  port(6513, TCP, 'netconf-tls', 'RFC 7589', 'Configures network equipment over TLS.'),
  port(6514, TCP, 'syslog-tls', 'RFC 5425', 'Log lines over TLS.'),
  port(6653, TCP, 'openflow', '', 'A controller steers switches.'),
  port(6667, TCP, 'ircu', '', 'Chat (IRC) as it is used.', 'ircd'),
  port(6696, UDP, 'babel', 'RFC 8966', 'A routing protocol for wireless networks.'),
  port(6697, TCP, 'ircs-u', 'RFC 7194', 'Chat (IRC) over TLS.', 'ircs'),
  port(8080, TCP, 'http-alt', '', 'The Web at another port: proxies and tests.', 'webcache http-proxy'),
  port(8443, TCP, 'pcsync-https', '', 'The Web over TLS at another port, in practice.', 'https-alt'),
  port(8448, TCP, 'matrix-fed', '', 'Matrix: messages between servers; in practice.', 'matrix'),
  port(8883, TCP, 'secure-mqtt', '', 'MQTT over TLS.', 'mqtts'),
  port(9100, TCP, 'pdl-datastream', '', 'Raw data for printers.', 'jetdirect'),
  port(9418, TCP, 'git', '', 'Git version control, without encryption.'),
  port(11211, BOTH, 'memcache', '', 'A cache in memory.', 'memcached'),
  port(11371, TCP, 'hkp', '', 'Servers of OpenPGP keys.'),
  port(27017, TCP, 'mongodb', '', 'MongoDB databases.'),
  port(51820, UDP, 'wireguard', '', 'A private network over a public one; in practice, unregistered.'),
];

const byNumber = new Map<string, WellKnownPort>();
const byName = new Map<string, WellKnownPort>();
for (const row of WELL_KNOWN_PORTS) {
  for (const protocol of row.protocols) byNumber.set(`${row.port}/${protocol}`, row);
}
// A row's own name counts before any alias.
for (const row of WELL_KNOWN_PORTS) note(row, row.name);
for (const row of WELL_KNOWN_PORTS) for (const alias of row.aliases) note(row, alias);

/** What is at a number over TCP or UDP. */
export function wellKnownPort(number: number, protocol: PortProtocol): WellKnownPort | undefined {
  return byNumber.get(`${number}/${protocol}`);
}

/** `smtp` for 25 over TCP; undefined where the number has no name there. */
export function serviceName(number: number, protocol: PortProtocol): string | undefined {
  return wellKnownPort(number, protocol)?.name;
}

/** 25 for `SMTP` or `mail` over TCP, in any case; undefined for a name that is not in the table. */
export function servicePort(name: string, protocol: PortProtocol): number | undefined {
  return byName.get(`${name.toLowerCase()}/${protocol}`)?.port;
}

/** Every row with this number. */
export function portsNumbered(number: number): WellKnownPort[] {
  return WELL_KNOWN_PORTS.filter((row) => row.port === number);
}

/** Every row that goes by this name, in any case. */
export function portsNamed(name: string): WellKnownPort[] {
  const wanted = name.toLowerCase();
  return WELL_KNOWN_PORTS.filter((row) => row.name === wanted || row.aliases.includes(wanted));
}

function note(row: WellKnownPort, name: string): void {
  for (const protocol of row.protocols) {
    const key = `${name}/${protocol}`;
    if (!byName.has(key)) byName.set(key, row);
  }
}

function port(
  number: number,
  protocols: readonly PortProtocol[],
  name: string,
  rfc: string,
  meaning: string,
  aliases = '',
): WellKnownPort {
  const others = aliases.split(' ').filter((alias) => alias !== '');
  return { port: number, protocols, name, aliases: others, meaning, rfc };
}
