//! Who may do what on a shared board: parts, given to people under the names with which they come to its server.

use pledgeboard_domain::{BoardPart, Person, Refusal};
use pledgeboard_store::Member;
use serde::Serialize;

use crate::{context::Context, error::Outcome};

/// Somebody's part.
#[derive(Debug, Serialize)]
pub struct PartLine {
    pub login: String,
    pub person: String,
    pub part: BoardPart,
}

/// Everyone who has a part in a shared board.
///
/// # Errors
/// When the board is a file.
pub async fn list(cx: &Context) -> Outcome<Vec<PartLine>> {
    let people = cx.read().await?.all::<Person>().await?;
    let named = |member: Member| people.iter().find(|it| it.id == member.person).map(Person::printed_name);
    let line = |it: pledgeboard_store::Login| PartLine {
        login: it.login,
        person: named(it.member).unwrap_or_default(),
        part: it.member.part,
    };
    Ok(cx.store.logins().await?.into_iter().map(line).collect())
}

/// Gives the person of this name a part, under a login of the server that is made when it is not there.
///
/// # Errors
/// When nobody on the board has that name, or several have; when they have left; when the server does not let us.
pub async fn grant(
    cx: &Context,
    name: &str,
    part: BoardPart,
    login: Option<&str>,
    password: Option<&str>,
) -> Outcome<PartLine> {
    let person = the_only(cx, name).await?;
    let login = login.map_or_else(|| usual_login(&person.name), str::to_owned);
    cx.store.grant(&login, Member { person: person.id, part }, password).await?;
    Ok(PartLine { login, person: person.printed_name(), part })
}

/// Takes the part away that somebody has under a login.
///
/// # Errors
/// When nobody has one under it.
pub async fn revoke(cx: &Context, login: &str) -> Outcome<()> {
    Ok(cx.store.revoke(login).await?)
}

async fn the_only(cx: &Context, name: &str) -> Outcome<Person> {
    let mut people = cx.read().await?.all::<Person>().await?;
    let name = name.trim();
    people.retain(|it| it.printed_name() == name || it.name == name);
    let refused = |message: String| Err(Refusal::field("person", message).into());
    match people.as_slice() {
        [person] if person.has_left(cx.today()) => refused(format!("{name} has left the board.")),
        [person] => Ok(person.clone()),
        [] => refused(format!("Nobody on the board is called “{name}”.")),
        _ => refused(format!(
            "Several people on the board are called “{name}”. Give one of them another name first."
        )),
    }
}

/// "Amina Yusuf" comes as amina.yusuf.
fn usual_login(name: &str) -> String {
    let words = name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(".")
}
