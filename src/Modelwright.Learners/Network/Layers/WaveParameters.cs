namespace Modelwright.Learners.Network.Layers;

/// <summary>Where the parameters of the sums of cosines stand among all.</summary>
/// <param name="Numbers">Numbers with sums; 0 for none.</param>
/// <param name="Cosines">Cosines of each.</param>
/// <param name="Start">The first parameter: frequencies, phases, mixes and offsets follow one another.</param>
internal readonly record struct WaveParameters(int Numbers, int Cosines, int Start)
{
    /// <summary>All of them.</summary>
    public int Count => Numbers * ((2 * Cosines) + (WaveLayer.Sums * (Cosines + 1)));

    /// <summary>The frequency of a cosine.</summary>
    public int Frequency(int number, int wave) => Start + (number * Cosines) + wave;

    /// <summary>The phase of a cosine.</summary>
    public int Phase(int number, int wave) => Start + (Numbers * Cosines) + (number * Cosines) + wave;

    /// <summary>What a cosine adds to a sum.</summary>
    public int Mix(int number, int sum, int wave) => Start + (2 * Numbers * Cosines) + (((number * WaveLayer.Sums) + sum) * Cosines) + wave;

    /// <summary>Where a sum starts.</summary>
    public int Offset(int number, int sum) => Start + ((2 + WaveLayer.Sums) * Numbers * Cosines) + (number * WaveLayer.Sums) + sum;
}
