using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Tells pages of one circuit that its connection to the browser was lost or came back.</summary>
public sealed class CircuitLine : CircuitHandler
{
    /// <summary>The connection came back, after what was rendered meanwhile was sent.</summary>
    public event Action? Up;

    /// <summary>The connection was lost; the circuit lives on for a while.</summary>
    public event Action? Down;

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Up?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Down?.Invoke();
        return Task.CompletedTask;
    }
}
