using Modelwright.Core.Data;
using Modelwright.Tasks.Clustering.Naming;
using Modelwright.Tasks.Clustering.Projection;

namespace Modelwright.Tasks.Clustering;

/// <summary>What a report shows of segments beside the evidence. No package holds it.</summary>
/// <param name="Rows">The rows of training.</param>
/// <param name="Labels">The segment of each, from 0; -1 for none.</param>
/// <param name="Portraits">Names, rules, and typical and borderline rows.</param>
/// <param name="Map">Where rows lie on a plane; null where there are too few, or one segment.</param>
internal sealed record SegmentDetails(Table Rows, int[] Labels, SegmentPortraits Portraits, SegmentMap? Map);
