using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>What can be set of a rule set.</summary>
internal static class RuleParameters
{
    /// <summary>Fewest rules within one standard error of the best.</summary>
    public const string OneStandardError = "one_se";

    /// <summary>The number of rules of the smallest error.</summary>
    public const string Best = "best";

    /// <summary>As many rules as are allowed.</summary>
    public const string All = "none";

    /// <summary>Rules at most.</summary>
    public static ParameterSpec MaxRules { get; } = ParameterSpec.Integer("max_rules", (1, 60), 16, "Rules at most; fewer are quicker to read, more are finer.", isLogarithmic: true);

    /// <summary>Conditions of a rule at most.</summary>
    public static ParameterSpec MaxDepth { get; } = ParameterSpec.Integer("max_depth", (1, 5), 3, "Questions of the trees that rules are taken from, and so conditions of a rule at most.");

    /// <summary>Rows a rule holds for at least.</summary>
    public static ParameterSpec MinSamplesLeaf { get; } = ParameterSpec.Integer("min_samples_leaf", (1, 1000), 10, "Rows that a rule holds for at least; more give steadier rules.", isLogarithmic: true);

    /// <summary>How the number of rules is chosen.</summary>
    public static ParameterSpec Pruning { get; } = ParameterSpec.Choice("pruning", [OneStandardError, Best, All], "How many rules are kept: the fewest within one standard error of the best number on rows held out inside the fit, the best number itself, or max_rules.");

    /// <summary>Trees that rules are taken from.</summary>
    public static ParameterSpec Trees { get; } = ParameterSpec.Integer("trees", (1, 500), 60, "Small trees that rules are taken from; more give more rules to choose among.", isLogarithmic: true);

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> Specs { get; } = [MaxRules, MaxDepth, MinSamplesLeaf, Pruning, Trees];

    /// <summary>Reads a checked setting.</summary>
    public static RuleSettings Read(ParameterValues values) => new(
        values.Integer(MaxRules),
        values.Choice(Pruning) switch { OneStandardError => 1, Best => 0, _ => null },
        new() { Trees = values.Integer(Trees), MaxDepth = values.Integer(MaxDepth), MinSamplesLeaf = values.Integer(MinSamplesLeaf), MaxFeatures = 0.5, Bootstrap = true });
}
