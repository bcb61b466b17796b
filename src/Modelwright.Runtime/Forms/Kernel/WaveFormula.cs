using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Forms.Linear;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Drawn waves as a formula.</summary>
internal static class WaveFormula
{
    /// <summary>The scores; null, and a gap told, where the functions are points or an input has no formula.</summary>
    internal static FormulaNode? Scores(string form, Expansion expansion, FormulaColumns columns)
    {
        if (expansion is not WaveExpansion waves)
        {
            columns.Tell(new($"form '{form}'", "it measures distances from rows that it holds"));
            return null;
        }

        if (columns.ReadJoined(waves.Space.Inputs) is not { } values)
        {
            return null;
        }

        var builder = columns.Builder;
        var apart = builder.Of(FormulaOperation.Subtract, values, builder.Constants(waves.Space.Centers));
        var axis = builder.Filled(builder.Of(FormulaOperation.Multiply, apart, builder.Constants(waves.Space.Scales)), 0);
        var place = builder.Held(axis, -ScaledInputs.Farthest, ScaledInputs.Farthest);
        var turns = builder.Weigh(FormulaOperation.Weigh, place, LinearFormula.Turned(waves.Frequencies, waves.Functions, values.Width), waves.Phases);
        var isNear = builder.Of(FormulaOperation.Below, builder.Of(FormulaOperation.Absolute, turns), builder.Constant(WaveExpansion.MostTurns));
        var cosines = builder.Of(FormulaOperation.Choose, isNear, builder.Of(FormulaOperation.CosineOfTurns, turns), builder.Constant(0));
        return builder.Weigh(FormulaOperation.Weigh, cosines, LinearFormula.Turned(waves.Coefficients, waves.Intercepts.Length, waves.Functions), waves.Intercepts);
    }
}
