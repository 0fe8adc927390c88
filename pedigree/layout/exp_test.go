package layout

import ("testing";"math";"path/filepath";"fmt";"sort";"kindred/pedigree")

func uniq(l *Layout) *Layout { c:=*l; c.Nodes=append([]Node(nil),l.Nodes...); n:=map[string]int{}; for i:=range c.Nodes { k:=fmt.Sprint(c.Nodes[i].ID,c.Nodes[i].Duplicate); n[k]++; if n[k]>1 {c.Nodes[i].ID=pedigree.ID(fmt.Sprint(c.Nodes[i].ID,"#",n[k]))} }; return &c }
func dists(a,b *Layout, skip pedigree.ID) (m float64, who string, order int) {
	a,b=uniq(a),uniq(b); at:=map[string]Node{}
	for _,n:=range a.Nodes { at[fmt.Sprint(n.ID,n.Duplicate)]=n }
	for _,n:=range b.Nodes { if n.ID==skip {continue}; o,ok:=at[fmt.Sprint(n.ID,n.Duplicate)]; if !ok {order++;continue}; if d:=math.Abs(n.X-o.X); d>m {m=d; who=string(n.ID)} }
	for i,x:=range b.Nodes { for _,y:=range b.Nodes[:i] { if x.Generation!=y.Generation {continue}; p,q:=at[fmt.Sprint(x.ID,x.Duplicate)],at[fmt.Sprint(y.ID,y.Duplicate)]; if (p.X<q.X)!=(x.X<y.X) {order++} } }
	return
}
func quant(v []float64) string { sort.Float64s(v); n:=len(v); if n==0 {return "-"}; return fmt.Sprintf("n %d median %.4f p90 %.4f p99 %.4f max %.4f over.05 %d", n, v[n/2], v[n*9/10], v[n*99/100], v[n-1], n-sort.SearchFloat64s(v,.05)) }

func TestExp(t *testing.T) {
	paths,_:=filepath.Glob(filepath.Join(sharedFamilies,"*.json"))
	var plain, drag, reopen, redraw, redraw0, editDrag,editReopen []float64
	for _,p:=range paths {
		f:=readCase(t,p)
		if len(f.Individuals)>130 {continue}
		a:=Arrange(f,Options{})
		d,_,_:=dists(a,Arrange(f,Options{Previous:a}),""); plain=append(plain,d)
		for i:=range f.Individuals {
			if i%3!=0 {continue}
			g:=f.Clone(); id:=g.Individuals[i].ID
			at:=0.0; row:=0
			for _,n:=range a.Nodes { if n.ID==id&&!n.Duplicate {at=n.X+2; row=n.Generation} }
			g.Individuals[i].Pin=&at
			b:=Arrange(g,Options{Previous:a})
			at2:=map[string]Node{}
			for _,n:=range uniq(a).Nodes {at2[fmt.Sprint(n.ID,n.Duplicate)]=n}
			m:=0.0; who:=""
			for _,n:=range uniq(b).Nodes { if n.Generation!=row { if d:=math.Abs(n.X-at2[fmt.Sprint(n.ID,n.Duplicate)].X); d>m {m=d;who=string(n.ID)} } }
			drag=append(drag,m)
			if m>.1 {t.Log("drag",filepath.Base(p),id,m,who)}
			c:=Arrange(g,Options{})
			m,who,o:=dists(b,c,"")
			reopen=append(reopen,m)
			if m>.1 {t.Log("reopen",filepath.Base(p),id,m,who,o)}
			m,who,o=dists(b,Arrange(g,Options{Previous:b}),"")
			redraw=append(redraw,m)
			if m>.1 {t.Log("redraw",filepath.Base(p),id,m,who,o)}
		}
	}
	edits,_:=filepath.Glob(filepath.Join(sharedFamilies,"../edits/*.json"))
	for _,p:=range edits {
		f:=readCase(t,p)
		b:=filepath.Base(p)
		_ = b
		var base *pedigree.Family
		for _,q:=range paths { n:=filepath.Base(q); n=n[:len(n)-5]; if len(b)>len(n)&&b[:len(n)]==n&&(b[len(n)]=='_'||b[len(n)]=='.') { base=readCase(t,q) } }
		if base==nil||len(f.Individuals)>130 {continue}
		l0:=Arrange(base,Options{}); l1:=Arrange(f,Options{Previous:l0})
		d,_,_:=dists(l1,Arrange(f,Options{Previous:l1}),""); redraw0=append(redraw0,d)
		i:=len(f.Individuals)/2; id:=f.Individuals[i].ID
		at:=0.0; row:=0
		for _,n:=range l1.Nodes { if n.ID==id&&!n.Duplicate {at=n.X+2; row=n.Generation} }
		f.Individuals[i].Pin=&at
		l2:=Arrange(f,Options{Previous:l1})
		at2:=map[string]Node{}
		for _,n:=range uniq(l1).Nodes {at2[fmt.Sprint(n.ID,n.Duplicate)]=n}
		m:=0.0
		for _,n:=range uniq(l2).Nodes { if n.Generation!=row { m=max(m,math.Abs(n.X-at2[fmt.Sprint(n.ID,n.Duplicate)].X)) } }
		editDrag=append(editDrag,m)
		m,_,o:=dists(l2,Arrange(f,Options{}),"")
		if o==0 {editReopen=append(editReopen,m)}
	}
	t.Log("unpinned redraw", quant(plain)); t.Log("drag",quant(drag)); t.Log("reopen",quant(reopen)); t.Log("redraw",quant(redraw)); t.Log("edited unpinned redraw",quant(redraw0)); t.Log("edited drag",quant(editDrag)); t.Log("edited reopen, same order",quant(editReopen))
}
