using FluentValidation;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues;

/// <summary>What an organiser may set of a room that is there.</summary>
public sealed class RoomEditForm
{
    public LocalizedTextInput Name { get; set; } = new();

    public int? Capacity { get; set; }

    /// <summary>One row for each layout, in their order.</summary>
    public List<LayoutRow> Layouts { get; set; } = [.. Enum.GetValues<RoomLayout>().Select(layout => new LayoutRow { Layout = layout })];

    /// <summary>When it can be booked; empty for always.</summary>
    public List<HoursRow> Hours { get; set; } = [];

    public int? Booths { get; set; } = 0;

    public Classification? Clearance { get; set; }

    /// <summary>Row version that was read.</summary>
    public uint Version { get; set; }

    /// <summary>As the form shows a room.</summary>
    internal static RoomEditForm From(Room room) => new()
    {
        Name = room.Name.ToInput(),
        Capacity = room.Capacity,
        Layouts = [.. Enum.GetValues<RoomLayout>().Select(layout => new LayoutRow { Layout = layout, Persons = room.CapacityByLayout.TryGetValue(layout, out var persons) ? persons : null })],
        Hours = [.. room.BookableHours.Select(hours => new HoursRow { Day = hours.Day, From = hours.From, To = hours.To })],
        Booths = room.Booths,
        Clearance = room.Clearance,
        Version = room.Version,
    };

    /// <summary>As the domain takes it; the form has been checked.</summary>
    internal RoomFacts ToFacts() => new(Name.ToText(), Capacity)
    {
        CapacityByLayout = Layouts.Where(row => row.Persons is not null).DistinctBy(row => row.Layout).ToDictionary(row => row.Layout, row => row.Persons!.Value),
        BookableHours = [.. Hours.Select(row => new BookableHours(row.Day, row.From!.Value, row.To!.Value))],
        Booths = Booths!.Value,
        Clearance = Clearance,
    };
}

/// <summary>Persons that a room holds in a layout.</summary>
public sealed class LayoutRow
{
    public RoomLayout Layout { get; set; }

    public int? Persons { get; set; }
}

/// <summary>A stretch of the day in which a room can be booked; the day is null for every day.</summary>
public sealed class HoursRow
{
    public DayOfWeek? Day { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }
}

/// <summary>What an organiser may set of a venue.</summary>
public sealed class VenueEditForm
{
    public LocalizedTextInput Name { get; set; } = new();

    public LocalizedTextInput Address { get; set; } = new();

    /// <summary>Row version that was read.</summary>
    public uint Version { get; set; }
}

/// <summary>What holds for every <see cref="RoomEditForm"/>, whatever is in the database.</summary>
public sealed class RoomEditFormValidator : FormRules<RoomEditForm>
{
    /// <summary>More stretches than a week of four a day is no plan any more.</summary>
    private const int MaxHours = 28;

    public RoomEditFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Name).SetValidator(new LocalizedTextRules(speech, Venue.MaxNameLength, "room.name-too-long", "room.name-missing"));
        Refuse(RuleFor(form => form.Capacity).InclusiveBetween(1, Room.MaxCapacity), "room.capacity-out-of-range", Room.MaxCapacity);
        Refuse(RuleFor(form => form.Booths).NotNull(), "required");
        Refuse(RuleFor(form => form.Booths).InclusiveBetween(0, Room.MaxBooths), "room.booths-out-of-range", Room.MaxBooths);
        Refuse(RuleFor(form => form.Clearance).Must(clearance => clearance is null || Enum.IsDefined(clearance.Value)), "choice");
        Refuse(RuleFor(form => form.Hours).Must(hours => hours.Count <= MaxHours), "room.hours-too-many", MaxHours);
        RuleForEach(form => form.Layouts).SetValidator(new LayoutRowValidator(speech));
        RuleForEach(form => form.Hours).SetValidator(new HoursRowValidator(speech));
    }

    private sealed class LayoutRowValidator : FormRules<LayoutRow>
    {
        public LayoutRowValidator(ErrorSpeech speech)
            : base(speech)
        {
            Refuse(RuleFor(row => row.Layout).IsInEnum(), "choice");
            Refuse(RuleFor(row => row.Persons).InclusiveBetween(1, Room.MaxCapacity), "room.capacity-out-of-range", Room.MaxCapacity);
        }
    }

    private sealed class HoursRowValidator : FormRules<HoursRow>
    {
        public HoursRowValidator(ErrorSpeech speech)
            : base(speech)
        {
            Refuse(RuleFor(row => row.Day).Must(day => day is null || Enum.IsDefined(day.Value)), "choice");
            Refuse(RuleFor(row => row.From).NotNull(), "required");
            Refuse(RuleFor(row => row.To).NotNull(), "required");
            Refuse(
                RuleFor(row => row.To).Must((row, to) => to == TimeOnly.MinValue || to > row.From).When(row => row is { From: not null, To: not null }), "room.hours-empty");
        }
    }
}

/// <summary>What holds for every <see cref="VenueEditForm"/>.</summary>
public sealed class VenueEditFormValidator : FormRules<VenueEditForm>
{
    public VenueEditFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Name).SetValidator(new LocalizedTextRules(speech, Venue.MaxNameLength, "venue.name-too-long", "venue.name-missing"));
        RuleFor(form => form.Address).SetValidator(new LocalizedTextRules(speech, Venue.MaxAddressLength, "venue.address-too-long"));
    }
}
