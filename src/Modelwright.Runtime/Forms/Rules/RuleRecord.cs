using System.Runtime.InteropServices;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>How rules are stored: the conditions of all rules one after another. Docs: docs/forms.md.</summary>
internal static class RuleRecord
{
    internal static void Write(IArtifactWriter writer, RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RuleCondition[] conditions = [.. set.Rules.SelectMany(rule => rule.Conditions)];
        InputRecord.Write(writer, set.Inputs);
        writer.Numbers("start", set.Start);
        writer.Integers("conditions", [.. set.Rules.Select(rule => rule.Conditions.Count)]);
        writer.Numbers("weights", [.. set.Rules.SelectMany(rule => rule.Weights)]);
        writer.Integers("input", [.. conditions.Select(condition => condition.Input)]);
        writer.Numbers("above", [.. conditions.Select(condition => condition.Above)]);
        writer.Numbers("at_most", [.. conditions.Select(condition => condition.AtMost)]);
        writer.Bytes("missing", [.. conditions.Select(condition => condition.HoldsMissing ? (byte)1 : (byte)0)]);
        writer.Integers("words", [.. conditions.Select(condition => condition.Levels.Length)]);
        writer.Integers("sets", [.. conditions.SelectMany(condition => condition.Levels).Select(word => (int)word)]);
    }

    internal static RuleSet Read(IArtifactReader reader)
    {
        var inputs = InputRecord.Read(reader);
        var start = reader.Numbers("start");
        var counts = reader.Integers("conditions");
        var weights = reader.Numbers("weights");
        var conditions = Conditions(reader);
        if (SoundArrays.Total(counts) != conditions.Length || (long)counts.Length * start.Length != weights.Length)
        {
            throw new ArtifactException($"The {counts.Length} rules have {conditions.Length} conditions and {weights.Length} weights for {start.Length} outputs, which disagree. Make the file again, or fetch it again from where it was made.");
        }

        var rules = new Rule[counts.Length];
        for (int rule = 0, next = 0; rule < rules.Length; next += counts[rule++])
        {
            rules[rule] = new(conditions[next..(next + counts[rule])], weights[(rule * start.Length)..((rule + 1) * start.Length)]);
        }

        return new(inputs, rules, start);
    }

    private static RuleCondition[] Conditions(IArtifactReader reader)
    {
        var input = reader.Integers("input");
        var (above, atMost) = (reader.Numbers("above"), reader.Numbers("at_most"));
        var missing = reader.Bytes("missing");
        var words = reader.Integers("words");
        var sets = reader.Integers("sets");
        if (above.Length != input.Length || atMost.Length != input.Length || missing.Length != input.Length || words.Length != input.Length || SoundArrays.Total(words) != sets.Length)
        {
            throw new ArtifactException($"The arrays of {input.Length} conditions disagree about how many there are. Make the file again, or fetch it again from where it was made.");
        }

        var conditions = new RuleCondition[input.Length];
        for (int place = 0, word = 0; place < conditions.Length; word += words[place++])
        {
            conditions[place] = new(input[place])
            {
                Above = above[place],
                AtMost = atMost[place],
                HoldsMissing = missing[place] != 0,
                Levels = MemoryMarshal.Cast<int, uint>(sets.AsSpan(word, words[place])).ToArray(),
            };
        }

        return conditions;
    }
}
