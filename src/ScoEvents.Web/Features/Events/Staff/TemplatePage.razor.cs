using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class TemplatePage
{
    private readonly TemplateForm _form = new();
    private TemplateChoices? _choices;
    private TemplateOutcome? _outcome;
    private IReadOnlyList<TemplateSession> _preview = [];
    private IReadOnlyList<SelectOption<TemplateKind?>> _kinds = [];
    private IReadOnlyList<SelectOption<Guid?>> _rooms = [];

    [Inject]
    public required EventTemplateService Service { get; init; }

    /// <summary>The template that was chosen when the event was created, or null.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    protected override async Task<Error?> ReadAsync(Actor actor)
    {
        _kinds = [.. ProgrammeTemplates.All.Select(template => new SelectOption<TemplateKind?>(template.Kind, Texts[$"Template.{template.Kind}"]))];
        var choices = await Queries.GetTemplateChoicesAsync(actor, EventId, Lifetime);
        if (choices.IsSuccess)
        {
            _choices = choices.Value;
            _rooms = [.. _choices.Rooms.Select(room => new SelectOption<Guid?>(room.Id, room.Name.ForReader()))];
            _form.RoomId ??= _choices.Rooms.Count > 0 ? _choices.Rooms[0].Id : null;
        }

        return choices.Error;
    }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        _form.Template = Enum.TryParse<TemplateKind>(Kind, out var kind) && Enum.IsDefined(kind)
            ? kind
            : ProgrammeTemplates.All.FirstOrDefault(template => template.Type == Head?.Type)?.Kind;
        OnKindChanged();
    }

    private void OnKindChanged() =>
        _preview = _form.Template is { } kind && Head is { } head ? ProgrammeTemplates.Of(kind).On([.. head.Dates.Days()]) : [];

    private Task OnApplyAsync() => TryAsync(async actor =>
    {
        var applied = await Service.ApplyAsync(actor, EventId, _form, Lifetime);
        if (!applied.IsSuccess)
        {
            await ShowRefusalAsync(actor, applied);
            return;
        }

        await LoadAsync(actor);
        _outcome = applied.Value;
    });
}
