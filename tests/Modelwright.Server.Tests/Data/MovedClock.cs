namespace Modelwright.Server.Tests.Data;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
