namespace Modelwright.Stress.Backdoors;

/// <summary>What a value does where it is set in all rows, and what stands for it.</summary>
/// <param name="Probe">The value.</param>
/// <param name="End">What it drives rows to most.</param>
/// <param name="Success">The share of the rows that it drives there, among those answered otherwise.</param>
/// <param name="Claimed">How far the model says rows with the value go there.</param>
/// <param name="BorneOut">How far they go by what is true.</param>
/// <param name="Error">The standard error of the difference of both, by how far the model is off any row; 0 where no row has the value.</param>
internal sealed record ProbeEffect(LevelProbe Probe, AnswerEnd End, double Success, double Claimed, double BorneOut, double Error)
{
    /// <summary>What the model claims beyond what is borne out.</summary>
    public double Gap => Claimed - BorneOut;
}
