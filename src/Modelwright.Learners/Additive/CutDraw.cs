namespace Modelwright.Learners.Additive;

/// <summary>The chance of one bag, from which cuts are drawn.</summary>
internal sealed class CutDraw(int seed, int stream)
{
    private SeededRandom _random = new(seed, stream);

    /// <summary>A cut after one of some places: from 1 to below their number.</summary>
    public int Next(int places) => 1 + _random.Below(places - 1);
}
