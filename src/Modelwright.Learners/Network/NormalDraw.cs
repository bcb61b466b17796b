namespace Modelwright.Learners.Network;

/// <summary>Numbers of the normal distribution from a seed.</summary>
/// <remarks>Box &amp; Muller 1958.</remarks>
internal sealed class NormalDraw(int seed, int stream)
{
    private SeededRandom _random = new(seed, stream);

    /// <summary>A number of mean 0 and deviation 1.</summary>
    public double Next() => Math.Sqrt(-2 * Math.Log(1 - _random.Share())) * Math.Cos(2 * Math.PI * _random.Share());

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => _random.Share();
}
