namespace Modelwright.Reports;

/// <summary>The sentence that matters most.</summary>
internal static class SummaryLead
{
    /// <summary>How good the model is, on which rows, and against what.</summary>
    public static string Of(ReportGround ground)
    {
        if (ground.Model is { } model)
        {
            return model.Lead;
        }

        if (ground.Headline is not { } figure)
        {
            return "A plan that was repeated: its figures stand in the report of the run that made it.";
        }

        var better = figure.HigherIsBetter ? "more is better" : "less is better";
        var places = Numbers.Places(figure.Value);
        var interval = double.IsFinite(figure.StandardError) ? $" (95 % interval {Numbers.Fixed(figure.Lower, places)} to {Numbers.Fixed(figure.Upper, places)}; {better})" : $" ({better})";
        return $"{ReportGround.TitleOf(figure.Metric)} {Numbers.Fixed(figure.Value, places)}{interval} on {Numbers.Count(figure.Rows)} rows that the model had not seen{Against(ground)}.";
    }

    private static string Against(ReportGround ground)
    {
        if (ground.Paired is not { Count: > 0 } paired)
        {
            return "";
        }

        var constant = ground.Metric!.Info.Constant(paired);
        return double.IsFinite(constant) ? $"; to answer always the same gets {Numbers.Fixed(constant, Numbers.Places(constant))}" : "";
    }
}
