using FluentValidation;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues;

/// <summary>What an organiser may set of a new room.</summary>
public sealed class RoomForm
{
    /// <summary>The venue; null makes a new one of <see cref="VenueName"/>.</summary>
    public Guid? VenueId { get; set; }

    public LocalizedTextInput VenueName { get; set; } = new();

    public LocalizedTextInput Name { get; set; } = new();

    public int? Capacity { get; set; }
}

/// <summary>What an organiser may set to use a room that is there already.</summary>
public sealed class UseRoomForm
{
    public Guid? RoomId { get; set; }
}

/// <summary>What holds for every <see cref="RoomForm"/>, whatever is in the database.</summary>
public sealed class RoomFormValidator : FormRules<RoomForm>
{
    public RoomFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.VenueName)
            .SetValidator(new LocalizedTextRules(speech, Venue.MaxNameLength, "venue.name-too-long", "venue.name-missing"))
            .When(form => form.VenueId is null);
        RuleFor(form => form.Name).SetValidator(new LocalizedTextRules(speech, Venue.MaxNameLength, "room.name-too-long", "room.name-missing"));
        Refuse(RuleFor(form => form.Capacity).InclusiveBetween(1, Room.MaxCapacity), "room.capacity-out-of-range", Room.MaxCapacity);
    }
}

/// <summary>What holds for every <see cref="UseRoomForm"/>.</summary>
public sealed class UseRoomFormValidator : FormRules<UseRoomForm>
{
    public UseRoomFormValidator(ErrorSpeech speech)
        : base(speech) => Refuse(RuleFor(form => form.RoomId).NotNull(), "required");
}
