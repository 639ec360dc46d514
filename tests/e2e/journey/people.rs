//! Who is on Fernley's board. Nobody here is real.

pub const COUNCIL: &str = "Fernley Council";

pub struct Member {
    pub role: &'static str,
    pub title: &'static str,
    pub name: &'static str,
    pub organisation: &'static str,
}

const fn member(role: &'static str, title: &'static str, name: &'static str) -> Member {
    Member { role, title, name, organisation: "" }
}

pub const CHAIR: &str = "Cllr Rosa Hartley";
pub const LINK_CHAMPION: &str = "Cllr Beth Okafor";
pub const CLERK: &str = "Daniel Price";
pub const DIRECTOR: &str = "Helen Marsh";

/// The first four have the roles that the form offers first.
pub const MEMBERS: [Member; 6] = [
    member("Chair", "Cllr", "Rosa Hartley"),
    member("Lead member", "Cllr", "Imran Sethi"),
    member("Councillor", "Cllr", "Beth Okafor"),
    member("Democratic services officer", "", "Daniel Price"),
    member("Director", "", "Helen Marsh"),
    Member { role: "Partner", title: "", name: "Sam Whitlock", organisation: "Fernley Health Partnership" },
];
