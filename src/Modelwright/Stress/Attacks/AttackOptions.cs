using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Stress.Attacks;

/// <summary>How a model is attacked.</summary>
internal sealed record AttackOptions
{
    /// <summary>The attacks; all by default.</summary>
    public IReadOnlyList<IAttack> Attacks { get; init; } = BuiltInAttacks.All;

    /// <summary>The form of the model; null where it is not to be looked into.</summary>
    public IForm? Form { get; init; }

    /// <summary>Which class is answered for some probabilities; null for the most probable.</summary>
    public ClassDecision? Decision { get; init; }

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Whether every row is attacked, and longer.</summary>
    public bool IsDeep { get; init; }

    /// <summary>Looked at before each row: what is left after it is not run, and said so.</summary>
    public Func<bool> IsOver { get; init; } = static () => false;

    /// <summary>
    /// Fits a surrogate to rows and the model's answers to them: gives what answers rows as the surrogate would, with the same classes.
    /// A null answer means that there is none; null takes the nearest rows as a surrogate.
    /// </summary>
    public Func<Table, Answers, CancellationToken, Func<Table, CancellationToken, Answers>?>? FitSurrogate { get; init; }
}
