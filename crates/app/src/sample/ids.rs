//! Ids of the sample: made from a key, so that the same sample always has the same ids and tables can name each other.

use pledgeboard_domain::id::{
    ActionId, AgendaItemId, CommitmentId, EventId, MeetingId, PersonId, PromiseId, SeatId, ThemeId, VoiceId,
};
use uuid::{Builder, Uuid};

/// Any moment will do for the version 7 layout: 1 September 2026 in milliseconds since 1970.
const MADE_AT: u64 = 1_788_220_800_000;

/// The id of `key` among things of a kind.
pub(super) fn id<Id: From<Uuid>>(kind: &str, key: &str) -> Id {
    let hash = Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("pledgeboard-sample/{kind}/{key}").as_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&hash.as_bytes()[..10]);
    Builder::from_unix_timestamp_millis(MADE_AT, &random).into_uuid().into()
}

macro_rules! keys {
    ($($name:ident: $id:ident),+) => {$(
        pub(super) fn $name(key: &str) -> $id {
            id(stringify!($name), key)
        }
    )+};
}

keys! {
    person: PersonId, seat: SeatId, theme: ThemeId, event: EventId, voice: VoiceId, promise: PromiseId,
    commitment: CommitmentId, meeting: MeetingId, item: AgendaItemId, action: ActionId
}
