//! The page numbers of packs: fixed when an agenda is published, and the same ever after.

use pledgeboard_documents::{
    content::{agenda::Published, pack},
    picture,
};
use pledgeboard_domain::{AgendaContent, AgendaVersion, Board, PackNumbers, id::MeetingId};
use pledgeboard_store::Reading;

use crate::{error::Outcome, reports::gather};

/// The numbers of the packs up to a version that is about to be published.
pub(crate) async fn number(read: &mut Reading, version: &AgendaVersion) -> Outcome<PackNumbers> {
    let earlier = read.by::<AgendaVersion>("meeting_id", version.meeting_id).await?;
    let before = of_versions(read, earlier).await?;
    of(read, version.content.clone(), Some(version.into()), &before).await
}

/// The versions of a meeting's agenda in their order, each with the numbers of the packs up to it.
pub(super) async fn versions(read: &mut Reading, meeting: MeetingId) -> Outcome<Vec<AgendaVersion>> {
    let mut versions = read.by::<AgendaVersion>("meeting_id", meeting).await?;
    versions.sort_by_key(|version| version.number);
    let numbers = of_versions(read, versions.clone()).await?;
    for version in &mut versions {
        version.content.pack = up_to(&numbers, version.number);
    }
    Ok(versions)
}

/// As they were remembered. What was published before packs were numbered is numbered now.
async fn of_versions(read: &mut Reading, mut versions: Vec<AgendaVersion>) -> Outcome<PackNumbers> {
    versions.sort_by_key(|version| version.number);
    let mut numbers = PackNumbers::default();
    for version in versions {
        numbers = match version.content.pack == PackNumbers::default() {
            true => of(read, version.content.clone(), Some((&version).into()), &numbers).await?,
            false => version.content.pack,
        };
    }
    Ok(numbers)
}

/// The numbers with those of one more version. Words that cannot be printed are found when it is printed, not here.
pub(super) async fn of(
    read: &mut Reading,
    content: AgendaContent,
    published: Option<Published>,
    before: &PackNumbers,
) -> Outcome<PackNumbers> {
    let version = published.as_ref().map_or(1, |published| published.number);
    let today = published.as_ref().map_or(content.meeting.date, |published| published.on);
    let input = gather::agenda::of(read, content, published, today).await?;
    let logo = logo(read, &input.board).await?;
    Ok(pack::number(&input, version, before, logo.as_deref()).unwrap_or_else(|_| before.clone()))
}

/// The council's logo, if it can be printed.
pub(super) async fn logo(read: &mut Reading, board: &Board) -> Outcome<Option<Vec<u8>>> {
    Ok(gather::logo(read, board).await?.filter(|logo| picture(logo).is_ok()))
}

fn up_to(numbers: &PackNumbers, version: i64) -> PackNumbers {
    let mut numbers = numbers.clone();
    numbers.public.retain(|part| part.version <= version);
    numbers.members.retain(|part| part.version <= version);
    numbers
}
