namespace Modelwright.Tests.Data;

/// <summary>A clock whose date is set, and that goes on at its own pace.</summary>
internal sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
