namespace Modelwright.Runtime.Forms.Network;

/// <summary>What is made of each number beside the number itself: weighted sums of cosines of it.</summary>
/// <param name="Count">Cosines a number.</param>
/// <param name="Width">Sums a number.</param>
/// <param name="Frequencies">Numbers x cosines, in turns a unit.</param>
/// <param name="Phases">Numbers x cosines, in turns.</param>
/// <param name="Mixes">Numbers x sums x cosines.</param>
/// <param name="Offsets">Numbers x sums: where a sum starts.</param>
/// <remarks>Gorishniy, Rubachev &amp; Babenko 2022, "On embeddings for numerical features"; with the number itself: Holzmüller, Grinsztajn &amp; Steinwart 2024.</remarks>
public sealed record NumberWaves(int Count, int Width, float[] Frequencies, float[] Phases, float[] Mixes, float[] Offsets)
{
    /// <summary>No sums at all: the number alone.</summary>
    public static NumberWaves None { get; } = new(0, 0, [], [], [], []);
}
