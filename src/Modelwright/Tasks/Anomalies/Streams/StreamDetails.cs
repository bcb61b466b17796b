namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>What a report shows of series beside the evidence. No package holds it.</summary>
/// <param name="Strangest">The strangest readings, the strangest first.</param>
/// <param name="Curves">The series with the strangest readings, the strangest first.</param>
internal sealed record StreamDetails(IReadOnlyList<StreamMoment> Strangest, IReadOnlyList<StreamCurve> Curves);
