using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Participants.Staff;

/// <summary>The lists that were issued, and the next one.</summary>
public sealed partial class ListsPage
{
    private EventHead? _head;
    private ParticipantLists? _read;
    private Error? _refused;
    private ListForm _form = new();
    private PortalForm? _formView;
    private ConfirmDialog? _confirm;
    private string? _done;

    [Inject]
    public required ParticipantQueries Queries { get; init; }

    [Inject]
    public required ParticipantService Service { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ParticipantSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ParticipantTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(ReadAsync);

    private async Task OnIssueAsync()
    {
        var read = _read!;
        var includesOpen = _form.IncludesOpen && _form.Kind == SnapshotKind.Provisional;
        var (persons, sides) = includesOpen ? (read.Accredited + read.Open, read.OpenSides) : (read.Accredited, read.AccreditedSides);
        var number = read.NextNumber;
        if (!await _confirm!.AskAsync(Texts["Confirm.Title", number, Speech.Say(_form.Kind)], Texts["Confirm.Text", persons, sides], Texts["Confirm.Issue", number]))
        {
            return;
        }

        _form.Number = number;
        _done = null;
        await TryAsync(async actor =>
        {
            var issued = await Service.IssueAsync(actor, EventId, _form, Lifetime);
            if (issued.IsSuccess)
            {
                _done = Texts["Done", issued.Value];
                _form = new ListForm();
            }
            else
            {
                _formView!.ShowErrors(issued.Errors.Select(error => (error.Field ?? "", Errors.Say(error))));
            }

            if (issued.IsSuccess || issued.Error!.Kind == ErrorKind.Stale)
            {
                await ReadAsync(actor);
            }
        });
    }

    private async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = head.IsSuccess ? await Queries.ListsAsync(actor, EventId, Lifetime) : head.Error!;
        _refused = read.Error;
        if (read.IsSuccess)
        {
            (_head, _read) = (head.Value, read.Value);
            if (!read.Value.Kinds.Contains(_form.Kind))
            {
                _form.Kind = read.Value.Kinds[0];
            }
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.CurrentCulture);
}
