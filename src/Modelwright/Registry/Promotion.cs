namespace Modelwright.Registry;

/// <summary>How asking for a new champion ended.</summary>
/// <param name="Version">The version that was to become champion, with its aliases as they are now.</param>
/// <param name="Before">The number of the champion until then; null where there was none.</param>
/// <param name="Passed">Whether the gate said yes.</param>
/// <param name="Forced">Whether it said no and was overruled.</param>
/// <param name="Said">What the gate said, a sentence a rule.</param>
public sealed record Promotion(ModelVersion Version, int? Before, bool Passed, bool Forced, IReadOnlyList<string> Said)
{
    /// <summary>Whether the version is champion now.</summary>
    public bool IsChampion => Passed || Forced;
}
