namespace Modelwright.Learners.Network;

/// <summary>How the learning rate and what holds the network back change from the first step to the last.</summary>
internal static class Schedule
{
    private const double Cycles = 4;

    /// <summary>Part of the learning rate: four waves, each twice as long as the one before, from 0 over 1 to 0.</summary>
    /// <param name="done">Share of the steps that are done, from 0 to 1.</param>
    /// <remarks>The "coslog4" schedule of Holzmüller, Grinsztajn &amp; Steinwart 2024.</remarks>
    public static double Rate(double done) => 0.5 * (1 - Math.Cos(2 * Math.PI * Math.Log2(1 + ((Math.Pow(2, Cycles) - 1) * done))));

    /// <summary>Part of the dropout and the decay: whole for half of the steps, then along a cosine to 0.</summary>
    /// <param name="done">Share of the steps that are done.</param>
    public static double Restraint(double done) => done < 0.5 ? 1 : 0.5 * (1 + Math.Cos(Math.PI * ((2 * done) - 1)));
}
