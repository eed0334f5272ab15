using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Browsing;

/// <summary>What a person does without a mouse; every stop on the way must show where the keyboard is.</summary>
public static class Keyboard
{
    private const int MaxStops = 200;

    /// <summary>Presses Tab until the target has the keyboard.</summary>
    public static async Task TabToAsync(this Visitor visitor, ILocator target, bool isBackwards = false)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MaxStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await visitor.Page.Keyboard.PressAsync(isBackwards ? "Shift+Tab" : "Tab");
            var unseen = await visitor.Page.EvaluateAsync<string?>(
                """
                () => {
                  const element = document.activeElement;
                  // The browser marks a calendar's button inside of a date field by itself, unseen by scripts.
                  const isInside = element.matches('input[type=date], input[type=time]') && !element.matches(':focus-visible');
                  // A heading that is read out on a new page is no stop: the page brings the focus there, perhaps after the key.
                  const isBrought = element.matches('h1[tabindex="-1"]');
                  if (element === document.body || isInside || isBrought) { return null; }
                  const style = getComputedStyle(element);
                  const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                  return isMarked ? null : element.outerHTML.slice(0, 200);
                }
                """);
            Assert.True(unseen is null, $"The focus does not show on {unseen}");
        }

        Assert.Fail($"{target} was not reached by {MaxStops} stops.");
    }

    /// <summary>Goes to a link or button and presses Enter.</summary>
    public static async Task PressOnAsync(this Visitor visitor, ILocator target)
    {
        await visitor.TabToAsync(target);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and types.</summary>
    public static async Task TypeIntoAsync(this Visitor visitor, ILocator field, string text)
    {
        await visitor.TabToAsync(field);
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a list and moves to a choice by arrow keys.</summary>
    /// <param name="visitor">Who.</param>
    /// <param name="list">The list, closed.</param>
    /// <param name="choice">What is written there; null for the first choice that is not a placeholder.</param>
    public static async Task PickAsync(this Visitor visitor, ILocator list, string? choice = null)
    {
        await visitor.TabToAsync(list);
        var steps = await list.EvaluateAsync<int>(
            "(list, choice) => [...list.options].findIndex(option => choice === null ? option.value !== '' : option.text.trim() === choice) - list.selectedIndex", choice);
        for (var step = 0; step < Math.Abs(steps); step++)
        {
            await visitor.Page.Keyboard.PressAsync(steps > 0 ? "ArrowDown" : "ArrowUp");
        }

        if (choice is not null)
        {
            await Expect(list.Locator("option:checked")).ToHaveTextAsync(choice);
        }
    }
}
