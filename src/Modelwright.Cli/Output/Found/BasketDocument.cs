using System.Text.Json;
using Modelwright.Profile.Baskets;

namespace Modelwright.Cli.Output.Found;

/// <summary>What stands together in lists, for a program.</summary>
internal static class BasketDocument
{
    private const int MostSets = 100;

    /// <summary>Writes the property 'baskets', where there are columns of lists.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<BasketProfile> found)
    {
        if (found.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("baskets");
        foreach (var baskets in found)
        {
            Write(writer, baskets);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, BasketProfile baskets)
    {
        writer.WriteStartObject();
        writer.WriteString("column", baskets.Column);
        writer.WriteNumber("baskets", baskets.Baskets);
        writer.WriteNumber("items", baskets.Items);
        writer.WriteNumber("items_looked_at", baskets.LookedAt);
        writer.WriteNumber("least_count", baskets.LeastCount);
        writer.WriteNumber("sets_found", baskets.Sets.Count);
        writer.WriteStartArray("sets");
        foreach (var set in baskets.Sets.Take(MostSets))
        {
            writer.WriteStartObject();
            Write(writer, "items", set.Items);
            writer.WriteNumber("count", set.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rules");
        foreach (var rule in baskets.Rules)
        {
            Write(writer, rule);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BasketRule rule)
    {
        writer.WriteStartObject();
        Write(writer, "if", rule.If);
        writer.WriteString("then", rule.Then);
        writer.WriteNumber("count", rule.Count);
        writer.WriteNumber("support", rule.Support);
        writer.WriteNumber("confidence", rule.Confidence);
        writer.WriteNumber("lift", rule.Lift);
        writer.WriteNumber("leverage", rule.Leverage);

        // What never fails has no finite number here.
        if (double.IsFinite(rule.Conviction))
        {
            writer.WriteNumber("conviction", rule.Conviction);
        }

        writer.WriteNumber("p_value", rule.PValue);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
