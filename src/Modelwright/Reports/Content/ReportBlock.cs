using System.Text.Json.Serialization;
using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Content;

/// <summary>A piece of a report.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Prose), "prose")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Notices), "notices")]
[JsonDerivedType(typeof(Grid), "table")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(LineChart), "line_chart")]
[JsonDerivedType(typeof(BarChart), "bar_chart")]
[JsonDerivedType(typeof(HeatChart), "heat_chart")]
public abstract record ReportBlock;
