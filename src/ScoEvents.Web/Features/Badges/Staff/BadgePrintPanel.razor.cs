using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Badges;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Badges.Staff;

public sealed partial class BadgePrintPanel
{
    // The first parts of everybody are numbered from 0.
    private const int ChosenPersons = -1;

    private readonly BadgePrintForm _form = new() { Language = PortalLanguages.Current.Code };
    private int _what;
    private PdfJob? _job;
    private string? _problem;
    private List<SelectOption<BadgeLayout>> _layouts = [];
    private List<SelectOption<string>> _languages = [];
    private List<SelectOption<PaperSize>> _papers = [];

    [Inject]
    public required BadgePrintService Service { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<BadgeTexts> Words { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    /// <summary>How many valid badges there are.</summary>
    [Parameter, EditorRequired]
    public int Live { get; set; }

    /// <summary>The persons ticked in the list.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyCollection<Guid> Chosen { get; set; } = [];

    protected override void OnInitialized()
    {
        _layouts = [.. Enum.GetValues<BadgeLayout>().Select(layout => new SelectOption<BadgeLayout>(layout, Words[$"Layout.{layout}"]))];
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string>(language.Code, language.NativeName))];
        _papers = [new(PaperSize.A4, "A4"), new(PaperSize.Letter, "Letter")];
        Lifetime.Register(ForgetJob);
    }

    private IEnumerable<SelectOption<int>> Choices()
    {
        var parts = (Live + BadgePrintForm.MaxBadges - 1) / BadgePrintForm.MaxBadges;
        for (var part = 0; part < parts; part++)
        {
            var (first, last) = ((part * BadgePrintForm.MaxBadges) + 1, Math.Min(Live, (part + 1) * BadgePrintForm.MaxBadges));
            yield return new(part, parts == 1 ? Words["PrintWhat.All", Live] : Words["PrintWhat.Part", first, last, Live]);
        }

        if (Chosen.Count is > 0 and <= BadgePrintForm.MaxBadges)
        {
            yield return new(ChosenPersons, Words["PrintWhat.Chosen", Chosen.Count]);
        }
    }

    private Task OnPrintAsync() => TryAsync(async actor =>
    {
        ForgetJob();
        _problem = null;
        _form.Part = Math.Max(_what, 0);
        _form.DelegateIds = _what == ChosenPersons ? [.. Chosen] : [];
        var job = await Service.PrintAsync(actor, EventId, _form, Lifetime);
        if (job.Error is { } refused)
        {
            _problem = Errors.Say(refused);
            return;
        }

        _job = job.Value;
        _job.Changed += OnJobChanged;
    });

    private void OnJobChanged() => _ = InvokeAsync(() =>
    {
        if (!Lifetime.IsCancellationRequested)
        {
            StateHasChanged();
        }
    });

    // A page that is left, or another choice, needs the old file no more.
    private void ForgetJob()
    {
        if (_job is { } job)
        {
            job.Changed -= OnJobChanged;
            job.Stop();
            _job = null;
        }
    }
}
