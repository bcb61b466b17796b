using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Modelwright.Hosting;
using Modelwright.Samples.WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddModelwright(options => builder.Configuration.GetSection("Modelwright").Bind(options)).AddHealthCheck();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
builder.Services.AddProblemDetails();
builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 4 << 20);

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapPost("/predict", PredictRoute.Answer);
app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthPage.WriteAsync });
app.Run();
