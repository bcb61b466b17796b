namespace Modelwright.Stress.Attacks;

/// <summary>What the model says of a changed row.</summary>
/// <param name="IsFlipped">Whether it is answered otherwise than the row as it was.</param>
/// <param name="Guide">How near it is to that; higher is nearer. Negative infinity where it was not asked.</param>
/// <param name="Move">For numbers, by how much the answer moved, with its sign; for classes the same as <paramref name="Guide"/>.</param>
internal readonly record struct Judged(bool IsFlipped, double Guide, double Move)
{
    /// <summary>A change that the threat does not allow, or that there was no query left for.</summary>
    public static Judged NotAsked { get; } = new(false, double.NegativeInfinity, double.NegativeInfinity);
}
