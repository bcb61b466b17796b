namespace Modelwright.Tasks.Anomalies.Contamination;

/// <summary>How many of the rows are held to be strange.</summary>
/// <param name="Share">The median of the estimates, 0 to 0.5; 0 where nothing stands out.</param>
/// <param name="Low">The lower end of its 90 % interval, from rows drawn again.</param>
/// <param name="High">The upper end.</param>
/// <param name="Excess">What is above every threshold beyond what usual rows leave there.</param>
/// <param name="Gap">What lies beyond the largest gap.</param>
/// <param name="Mixture">The weight of a second distribution above the usual one.</param>
internal sealed record ContaminationEstimate(double Share, double Low, double High, double Excess, double Gap, double Mixture);
