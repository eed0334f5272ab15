using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

public class ResultTests
{
    [Fact]
    public void A_change_that_was_made_has_no_error()
    {
        Assert.True(Result.Success.IsSuccess);
        Assert.Null(Result.Success.Error);
        Assert.Empty(Result.Success.Errors);
    }

    [Fact]
    public void A_change_that_yields_a_value_carries_it()
    {
        Result<int> converted = 7;

        Assert.Equal(7, converted.Value);
        Assert.Equal(7, Result.Ok(7).Value);
        Assert.Empty(converted.Errors);
    }

    [Fact]
    public void A_refusal_keeps_its_errors_in_order()
    {
        Error[] errors = [Error.Invalid("A", "a"), Error.Refused("b")];

        Assert.Equal(errors, Result.Fail(errors).Errors);
        Assert.Equal(errors, Result<int>.Fail(errors).Errors);
        Assert.Same(errors[0], Result<int>.Fail(errors).Error);
    }

    [Fact]
    public void One_error_is_a_refusal_by_itself()
    {
        Result plain = Error.Stale();
        Result<string> typed = Error.NotFound();

        Assert.Equal(["stale"], plain.Errors.Select(error => error.Code));
        Assert.Equal(["not-found"], typed.Errors.Select(error => error.Code));
        Assert.False(plain.IsSuccess);
        Assert.False(typed.IsSuccess);
    }

    [Fact]
    public void The_value_of_a_refusal_cannot_be_read()
    {
        Result<string> refused = Error.Forbidden();

        var thrown = Assert.Throws<InvalidOperationException>(() => refused.Value);
        Assert.Contains("forbidden", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_without_an_error_is_an_error_of_the_program()
    {
        Assert.Throws<ArgumentException>(() => Result.Fail([]));
        Assert.Throws<ArgumentException>(() => Result<int>.Fail([]));
    }

    [Fact]
    public void Each_family_of_refusal_has_its_kind_code_and_field()
    {
        Assert.Equal(new Error(ErrorKind.NotFound, "not-found"), Error.NotFound());
        Assert.Equal(new Error(ErrorKind.Forbidden, "forbidden"), Error.Forbidden());
        Assert.Equal(new Error(ErrorKind.Stale, "stale"), Error.Stale());
        var invalid = Error.Invalid("Title", "too-long", 300);
        Assert.Equal((ErrorKind.Invalid, "too-long", "Title"), (invalid.Kind, invalid.Code, invalid.Field));
        Assert.Equal([300], invalid.Arguments);
        var refused = Error.Refused("full", 12, "x");
        Assert.Equal((ErrorKind.Refused, "full", (string?)null), (refused.Kind, refused.Code, refused.Field));
        Assert.Equal([12, "x"], refused.Arguments);
    }

    [Fact]
    public void A_refusal_can_be_shown_beside_another_field()
    {
        var moved = Error.Refused("full", 12).At("Quota");

        Assert.Equal((ErrorKind.Refused, "full", "Quota"), (moved.Kind, moved.Code, moved.Field));
        Assert.Equal([12], moved.Arguments);
    }
}
