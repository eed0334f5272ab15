using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;

namespace ScoEvents.Web.Features.Invitations.Staff;

/// <summary>The register of an event's notes, with their files.</summary>
public sealed partial class NotesPage
{
    private EventNotes? _notes;

    [Inject]
    public required NoteQueries Queries { get; init; }

    protected override Task OnParametersSetAsync() => ShowAsync(ReadAsync);

    private async Task ReadAsync(Actor actor)
    {
        if (await ReadHeadAsync(actor))
        {
            var notes = await Queries.OfEventAsync(actor, EventId, Lifetime);
            Refused = notes.Error;
            _notes = notes.IsSuccess ? notes.Value : null;
        }
    }
}
