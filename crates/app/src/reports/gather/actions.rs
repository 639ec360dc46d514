//! Actions with their owners, and the access that they inherit.

use std::collections::HashMap;

use pledgeboard_documents::content::ActionLine;
use pledgeboard_domain::{
    Access, Action, AgendaItem,
    id::{AgendaItemId, PersonId},
};
use pledgeboard_store::Reading;

use crate::error::Outcome;

/// The access of every item that is not open and from which an action or an answer was born (rule 5).
pub(super) struct Inherited(HashMap<AgendaItemId, Access>);

impl Inherited {
    pub async fn read(read: &mut Reading) -> Outcome<Self> {
        let closed = read
            .find::<AgendaItem>(
                "t.access <> 'open' AND (t.id IN (SELECT agenda_item_id FROM action) \
                 OR t.id IN (SELECT agenda_item_id FROM answer))",
                &[],
            )
            .await?;
        Ok(Self(closed.into_iter().map(|item| (item.id, item.access)).collect()))
    }

    pub fn of(&self, item: Option<AgendaItemId>) -> Access {
        item.and_then(|id| self.0.get(&id)).cloned().unwrap_or_else(Access::open)
    }

    pub fn line(&self, action: Action, names: &HashMap<PersonId, String>) -> ActionLine {
        let owner = action.owner_id.and_then(|id| names.get(&id)).cloned().unwrap_or_default();
        ActionLine { owner, access: self.of(action.agenda_item_id), action }
    }
}
