namespace Modelwright.Stress.Attacks;

/// <summary>What the model says of a changed row.</summary>
/// <param name="IsFlipped">Whether it is answered otherwise than the row as it was.</param>
/// <param name="Guide">How near it is to that; higher is nearer. Negative infinity where it was not asked.</param>
internal readonly record struct Judged(bool IsFlipped, double Guide)
{
    /// <summary>A change that the threat does not allow, or that there was no query left for.</summary>
    public static Judged NotAsked { get; } = new(false, double.NegativeInfinity);
}
